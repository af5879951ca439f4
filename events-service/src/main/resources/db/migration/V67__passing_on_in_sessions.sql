SET LOCAL lock_timeout = '5s';

COMMENT ON COLUMN seat_counter.passing_on IS
  'of TOTAL and SESSION: seats are being passed on in portions, so whoever comes queues behind those who wait';
